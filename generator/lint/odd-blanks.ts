/** Blanks of another kind than the ordinary one, and characters without width. */
export const oddBlanks = /[\u00a0\u00ad\u2000-\u200d\u202f\u205f\u2060\ufeff]+/;

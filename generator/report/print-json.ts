/**
 * What a terminal or an editor would not show as it is: control characters that `JSON.stringify` leaves alone, marks without a width
 * or with a direction, line separators, and invisible tags.
 */
const invisible = /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udfff]/g;

/** JSON that is safe to look at: no text in it drives a terminal, or is shown in another order than it is read in. */
export function printJson(value: unknown): string {
  return `${visibleJson(JSON.stringify(value, null, 2))}\n`;
}

/** The same document; invisible characters in its texts are escapes. */
export function visibleJson(json: string): string {
  return json.replace(invisible, (characters) =>
    Array.from({ length: characters.length }, (_, at) => `\\u${characters.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}

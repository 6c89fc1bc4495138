/** Where php-parser says a node stands: lines from 1, columns from 0. */
export interface PhpLocation {
  readonly start: { readonly line: number; readonly column: number; readonly offset: number };
  readonly end: { readonly line: number; readonly column: number; readonly offset: number };
}

interface Located {
  readonly loc: PhpLocation;
}

/** The nodes of php-parser that a sample is read by; all others are expressions to be left alone. */
export type PhpNode =
  | (Located & { readonly kind: 'string'; readonly value: string })
  | (Located & { readonly kind: 'number'; readonly value: string })
  | (Located & { readonly kind: 'boolean'; readonly value: boolean })
  | (Located & { readonly kind: 'nullkeyword' })
  | (Located & { readonly kind: 'unary'; readonly type: string; readonly what: PhpNode })
  | (Located & { readonly kind: 'array'; readonly items: readonly (PhpEntryNode | null)[] })
  | (Located & { readonly kind: 'variable'; readonly name: string | PhpNode })
  | (Located & { readonly kind: 'name'; readonly name: string })
  | (Located & { readonly kind: 'identifier'; readonly name: string })
  | (Located & { readonly kind: 'call'; readonly what: PhpNode; readonly arguments: readonly PhpNode[] })
  | (Located & { readonly kind: 'propertylookup'; readonly what: PhpNode; readonly offset: PhpNode })
  | (Located & { readonly kind: 'staticlookup'; readonly what: PhpNode; readonly offset: PhpNode })
  | (Located & { readonly kind: 'offsetlookup'; readonly what: PhpNode; readonly offset: PhpNode | false })
  | (Located & { readonly kind: 'assign'; readonly left: PhpNode; readonly right: PhpNode; readonly operator: string })
  | (Located & { readonly kind: 'expressionstatement'; readonly expression: PhpNode })
  | (Located & { readonly kind: 'program'; readonly children: readonly PhpNode[] });

export interface PhpEntryNode extends Located {
  readonly kind: 'entry';
  readonly key: PhpNode | null;
  /** Absent between two commas. */
  readonly value?: PhpNode;
  readonly unpack: boolean;
}

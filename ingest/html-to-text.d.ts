declare module 'html-to-text' {
  /** A node of the parsed page. */
  export interface Node {
    type: string;
    name?: string;
    data?: string;
    children?: Node[];
  }
  export interface Builder {
    openBlock(options?: { leadingLineBreaks?: number }): void;
    closeBlock(options?: { trailingLineBreaks?: number }): void;
    addLiteral(text: string): void;
  }
  export type Formatter = (
    element: Node,
    walk: (children: Node[] | undefined, builder: Builder) => void,
    builder: Builder,
    options: Record<string, unknown>,
  ) => void;
  export interface Selector {
    selector: string;
    format?: string;
    options?: Record<string, unknown>;
  }
  export interface Settings {
    wordwrap?: number | false | null;
    selectors?: Selector[];
    formatters?: Record<string, Formatter>;
    limits?: { maxInputLength?: number; maxDepth?: number };
  }
  /** Turns settings into a converter that can be used many times. */
  export function compile(settings: Settings): (html: string) => string;
}

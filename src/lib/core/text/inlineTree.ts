/** Inline Markdown as a tree. `inline.ts` describes the marks, `emphasis.ts` the normal form. */
export type Inline =
	| { readonly type: 'text'; readonly text: string }
	| { readonly type: 'emphasis' | 'strong'; readonly children: readonly Inline[] }
	| { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
	| { readonly type: 'reference'; readonly marker: string }
	| { readonly type: 'break' };

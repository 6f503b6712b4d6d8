/** Returns what tells a reader which edition a book is; null for a number only programs use. */
export function shownIdentifier(identifier: string | undefined): string | null {
	if (identifier === undefined || /uuid|^[\da-f-]{32,}$/i.test(identifier)) return null;
	const [, isbn] = /isbn\W*([\dx -]{10,})$/i.exec(identifier) ?? [];
	return isbn ? `ISBN ${isbn}` : identifier;
}

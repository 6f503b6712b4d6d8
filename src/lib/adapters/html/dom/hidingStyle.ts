/** Only what hides an element: the rest of a page’s style is not kept. */
export interface HidingStyle {
	readonly display: string;
	readonly visibility: string;
}

/** Reads the content of a `style` attribute. */
export const hidingStyle = (style: string): HidingStyle => ({
	display: /(?:^|;)\s*display\s*:\s*none/i.test(style) ? 'none' : '',
	visibility: /(?:^|;)\s*visibility\s*:\s*hidden/i.test(style) ? 'hidden' : ''
});

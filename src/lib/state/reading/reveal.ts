/** Shows or hides a row’s translation in Peek. */
export function reveal(row: Element): void {
	const box = row.querySelector<HTMLInputElement>(':scope > .peek');
	if (box) box.checked = !box.checked;
}

/** Saves a text as a file on the reader’s device. */
export function download(name: string, content: string | Blob, type = 'application/json'): void {
	const address = URL.createObjectURL(new Blob([content], { type }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// Some browsers begin to read the file only after the click handler has returned.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

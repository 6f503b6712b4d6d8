/** Parts of the reading page that load when they are asked for. */
export class PartLoader {
	/** Whether the last part did not load: the network is gone. The page tells the reader. */
	failed = $state(false);

	/** Returns the loaded part; null, with `failed` set, where the promise rejects. */
	async load<Part>(part: Promise<Part>): Promise<Part | null> {
		try {
			const loaded = await part;
			this.failed = false;
			return loaded;
		} catch {
			this.failed = true;
			return null;
		}
	}
}

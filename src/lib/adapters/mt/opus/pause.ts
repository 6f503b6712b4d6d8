/**
 * Lets messages in: a worker receives them only between tasks, not between promises. Faster than a
 * timer, which browsers throttle.
 */
export function pause(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});
}

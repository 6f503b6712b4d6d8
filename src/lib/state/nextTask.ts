/** Waits until the browser has had time for input and for drawing. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

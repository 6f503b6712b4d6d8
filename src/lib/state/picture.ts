/** Shows a picture of the reader’s books in an image. */
import { pictureAddress } from '$lib/compose/pictures';

/** How far from the view a picture is loaded, as a margin of `IntersectionObserver`. */
const ahead = '800px';

/** Loads the picture `name` into the image when it comes near the view. */
export const showing =
	(name: string) =>
	(image: HTMLImageElement): (() => void) => {
		const ended = new AbortController();
		const observer = new IntersectionObserver(
			(entries) => {
				if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
				observer.disconnect();
				void load(name, image, ended.signal).catch(() => undefined); // its words stand in for it
			},
			{ rootMargin: ahead }
		);
		observer.observe(image);
		ended.signal.addEventListener('abort', () => observer.disconnect());
		return () => ended.abort();
	};

async function load(name: string, image: HTMLImageElement, ended: AbortSignal): Promise<void> {
	const picture = await pictureAddress(name);
	if (!picture) return;
	if (ended.aborted) return picture.free();
	image.src = picture.address;
	ended.addEventListener('abort', () => {
		image.removeAttribute('src');
		picture.free();
	});
}

import { pictureEndings, type Picture } from '../book';

/** Returns the name of a picture’s file in a written book: its number, counted from 0 in `at`. */
export const pictureFileName = ({ type }: Picture, at: number): string =>
	`${String(at + 1).padStart(3, '0')}.${pictureEndings[type]}`;

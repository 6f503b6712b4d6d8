/** Words as one line: white space folded, none at the ends. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

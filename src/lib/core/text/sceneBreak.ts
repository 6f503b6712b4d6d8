/** The form that all breaks between scenes get, so that those of a translation are the same. */
export const sceneBreak = '* * *';

/** Words of the screens as a guide quotes them: the very message a button bears. */
export const screen = (word: () => string): string => `“${word()}”`

/** Names written as people write them: one after another, with commas between. */
export const list = (names: string): string[] => names.split(',').map((name) => name.trim())

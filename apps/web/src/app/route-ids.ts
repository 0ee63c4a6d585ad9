/** Around every page. */
export const ROOT = 'root'

/** Around everything behind the sign-in. */
export const DESK = 'desk'

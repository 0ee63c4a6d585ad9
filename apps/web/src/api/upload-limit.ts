/**
 * What a file may weigh unless the admin set it otherwise. The server has the last word; this only
 * spares a transfer that would be refused.
 */
export const MOST_BYTES = 50 * 1024 * 1024

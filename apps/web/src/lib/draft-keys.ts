/** Where a browser keeps the directive that an account is typing, under its own name. */
export const directiveDraftKey = (accountId: string) => `dunghan-directive-draft-${accountId}`

/** The same of the reports it is writing; what follows is the id of the assignment. */
export const reportDraftKeys = (accountId: string) => `dunghan-report-draft-${accountId}-`

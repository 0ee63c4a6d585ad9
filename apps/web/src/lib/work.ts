/** Which form is open on the page; part of the address, so that a link can lead straight to it. */
export const workParam = 'viec'

export const workOf = {
  report: 'bao-cao',
  accept: 'xac-nhan',
  requestExtension: 'gia-han',
  moveDueDate: 'dieu-chinh-thoi-han',
} as const

import type { AssignmentRole, AssignmentState, Timeliness } from '@dunghan/domain'
import type { Language } from '../../context.ts'

type Words<Key extends string> = Record<Key, Record<Language, string>>

export const stateWords: Words<AssignmentState> = {
  assigned: { vi: 'Chưa tiếp nhận', en: 'Not yet received' },
  received: { vi: 'Đã tiếp nhận', en: 'Received' },
  submitted: { vi: 'Đã báo cáo', en: 'Reported' },
  returned: { vi: 'Bị trả lại', en: 'Returned' },
  completed: { vi: 'Đã hoàn thành', en: 'Completed' },
  withdrawn: { vi: 'Đã thu hồi', en: 'Withdrawn' },
}

export const timelinessWords: Words<Timeliness> = {
  early: { vi: 'Trước hạn', en: 'Early' },
  on_time: { vi: 'Đúng hạn', en: 'On time' },
  late: { vi: 'Trễ hạn', en: 'Late' },
}

export const roleWords: Words<AssignmentRole> = {
  lead: { vi: 'Thực hiện', en: 'Responsible' },
  support: { vi: 'Phối hợp', en: 'Supporting' },
}

/** The titles of columns, headings and files; the register keeps those of its form. */
export const exportTitles = {
  vi: {
    position: 'STT',
    document: 'Số, ký hiệu',
    kind: 'Loại văn bản',
    title: 'Tên văn bản',
    issuedOn: 'Ngày ban hành',
    leader: 'Lãnh đạo chỉ đạo',
    task: 'Nội dung nhiệm vụ',
    unit: 'Đơn vị',
    unitCode: 'Mã đơn vị',
    role: 'Vai trò',
    originalDueOn: 'Hạn ban đầu',
    dueOn: 'Thời hạn',
    effectiveDueOn: 'Hạn hiệu lực',
    status: 'Tình trạng',
    state: 'Trạng thái',
    receivedAt: 'Tiếp nhận lúc',
    submittedAt: 'Báo cáo lúc',
    completedAt: 'Hoàn thành lúc',
    timeliness: 'Kết quả',
    daysLate: 'Số ngày làm việc trễ',
    extended: 'Gia hạn',
    replies: 'Văn bản trả lời',
    withdrawal: 'Lý do thu hồi',
    updatedAt: 'Cập nhật lúc',
    link: 'Liên kết',
    open: 'Mở',
    yes: 'Có',
    listTitle: 'DANH SÁCH NHIỆM VỤ DO ỦY BAN NHÂN DÂN TỈNH GIAO',
    listSheet: 'Nhiệm vụ',
    listFile: 'Danh sách nhiệm vụ',
    registerFile: 'Sổ theo dõi giải quyết văn bản đến',
    publicFile: 'Nhiệm vụ công khai',
  },
  en: {
    position: 'No.',
    document: 'Number and symbol',
    kind: 'Kind',
    title: 'Document',
    issuedOn: 'Issued on',
    leader: 'Directed by',
    task: 'Task',
    unit: 'Unit',
    unitCode: "Unit's code",
    role: 'Part',
    originalDueOn: 'Originally due',
    dueOn: 'Due',
    effectiveDueOn: 'Effectively due',
    status: 'Status',
    state: 'State',
    receivedAt: 'Received at',
    submittedAt: 'Reported at',
    completedAt: 'Completed at',
    timeliness: 'Result',
    daysLate: 'Working days late',
    extended: 'Extended',
    replies: 'Replies',
    withdrawal: 'Why withdrawn',
    updatedAt: 'Changed at',
    link: 'Link',
    open: 'Open',
    yes: 'Yes',
    listTitle: "TASKS ASSIGNED BY THE PROVINCIAL PEOPLE'S COMMITTEE",
    listSheet: 'Tasks',
    listFile: 'Tasks',
    registerFile: 'Register of incoming documents',
    publicFile: 'Public tasks',
  },
} satisfies Record<Language, Record<string, string>>

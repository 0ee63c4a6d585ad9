import type {
  AssignmentRole,
  AssignmentState,
  AssignmentStatus,
  DirectiveKind,
  OverdueAge,
  Timeliness,
  UnitType,
} from '@dunghan/domain'
import type { Language } from '../context.ts'

/* What the domain's codes are called in figures and documents. */

type Words<Key extends string> = Record<Key, Record<Language, string>>

export const unitTypeWords: Words<UnitType> = {
  department: { vi: 'Sở, ban, ngành tỉnh', en: 'Departments' },
  agency: { vi: 'Cơ quan, đơn vị thuộc tỉnh', en: 'Provincial agencies' },
  central_agency: { vi: 'Cơ quan trung ương tại tỉnh', en: 'Central agencies in the province' },
  district: { vi: 'Huyện, thị xã, thành phố', en: 'Districts' },
  commune: { vi: 'Xã', en: 'Communes' },
  ward: { vi: 'Phường', en: 'Wards' },
  other: { vi: 'Khác', en: 'Other' },
}

export const kindWords: Words<DirectiveKind> = {
  official_letter: { vi: 'Công văn', en: 'Official letter' },
  conclusion_notice: { vi: 'Thông báo kết luận', en: 'Conclusion notice' },
  other_directive: { vi: 'Văn bản chỉ đạo khác', en: 'Other directive' },
  opinion_poll: { vi: 'Phiếu lấy ý kiến', en: 'Opinion poll' },
}

export const statusWords: Words<AssignmentStatus> = {
  in_progress: { vi: 'Đang thực hiện', en: 'In progress' },
  due_soon: { vi: 'Sắp đến hạn', en: 'Due soon' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  awaiting_review: { vi: 'Chờ xác nhận', en: 'Awaiting review' },
  completed_early: { vi: 'Hoàn thành trước hạn', en: 'Completed early' },
  completed_on_time: { vi: 'Hoàn thành đúng hạn', en: 'Completed on time' },
  completed_late: { vi: 'Hoàn thành trễ hạn', en: 'Completed late' },
}

export const overdueAgeWords: Words<OverdueAge> = {
  '1-5': { vi: '1–5 ngày làm việc', en: '1–5 working days' },
  '6-10': { vi: '6–10 ngày làm việc', en: '6–10 working days' },
  '11-20': { vi: '11–20 ngày làm việc', en: '11–20 working days' },
  '21-60': { vi: '21–60 ngày làm việc', en: '21–60 working days' },
  'over-60': { vi: 'Trên 60 ngày làm việc', en: 'Over 60 working days' },
}

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

import type { Language } from '../../context.ts'

/*
 * What the public pages are called and about. The titles are those the screens write
 * (`apps/web/messages`), which `test/page-words.test.ts` holds them to.
 */

interface Words {
  title: string
  description: string
}

export type FixedPage =
  | 'home'
  | 'assignments'
  | 'statistics'
  | 'calendar'
  | 'dueDate'
  | 'developers'
  | 'missing'

export const pageWords: Record<Language, Record<FixedPage, Words>> = {
  vi: {
    home: {
      title: 'Nhiệm vụ UBND Tỉnh giao, đến hạn khi nào, ai thực hiện',
      description:
        'Mọi nhiệm vụ công khai, thời hạn, kết quả và các lần báo cáo của từng sở, ngành, địa phương.',
    },
    assignments: {
      title: 'Danh sách nhiệm vụ',
      description:
        'Tìm nhiệm vụ do Ủy ban nhân dân Tỉnh giao theo nội dung, số văn bản, đơn vị, tình trạng và thời hạn.',
    },
    statistics: {
      title: 'Thống kê',
      description:
        'Số nhiệm vụ đã giao, hoàn thành, quá hạn và tỷ lệ đúng hạn theo đơn vị, lãnh đạo, loại văn bản và thời gian.',
    },
    calendar: {
      title: 'Lịch làm việc năm {year}',
      description: 'Ngày làm việc, ngày nghỉ và ngày làm bù, là căn cứ tính hạn nhiệm vụ.',
    },
    dueDate: {
      title: 'Cách tính hạn',
      description: 'Từng ngày được tính thế nào cho đến hạn của một nhiệm vụ.',
    },
    developers: {
      title: 'Dành cho lập trình viên',
      description:
        'Dữ liệu mở về nhiệm vụ do Ủy ban nhân dân Tỉnh giao: API, bảng tin, lịch, CSV, bảng tính và khung nhúng, không cần khóa.',
    },
    missing: {
      title: 'Không tìm thấy trang',
      description: 'Địa chỉ này không có trang nào, hoặc nội dung không còn được công khai.',
    },
  },
  en: {
    home: {
      title: 'What the Provincial People’s Committee has ordered, by when, and from whom',
      description:
        'Every public task, its due date, its result and each report of every department and locality.',
    },
    assignments: {
      title: 'Tasks',
      description:
        'Find tasks assigned by the Provincial People’s Committee by words, document number, unit, status and due date.',
    },
    statistics: {
      title: 'Statistics',
      description:
        'Tasks assigned, completed and overdue, and the share done on time, by unit, leader, kind of document and time.',
    },
    calendar: {
      title: 'Working calendar of {year}',
      description: 'Working days, days off and make-up days, by which due dates are counted.',
    },
    dueDate: {
      title: 'How a due date is counted',
      description: 'How each day counts until a task is due.',
    },
    developers: {
      title: 'For developers',
      description:
        'Open data on tasks assigned by the Provincial People’s Committee: API, feeds, calendars, CSV, workbooks and a figure to embed, without a key.',
    },
    missing: {
      title: 'Page not found',
      description: 'There is no page at this address, or its content is no longer public.',
    },
  },
}

/** What a feed or calendar is called where it is offered. */
export const alternateWords: Record<Language, { feed: string; calendar: string }> = {
  vi: { feed: 'Nhiệm vụ mới và thay đổi', calendar: 'Lịch đến hạn' },
  en: { feed: 'New and changed tasks', calendar: 'Calendar of due dates' },
}

/** What is said of a unit's page. */
export const unitDescription: Record<Language, (name: string) => string> = {
  vi: (name) => `Nhiệm vụ Ủy ban nhân dân Tỉnh giao ${name}: thời hạn, tình trạng và kết quả.`,
  en: (name) =>
    `Tasks the Provincial People’s Committee assigned to ${name}: due dates, statuses and results.`,
}

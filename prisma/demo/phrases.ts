/** What reports, verdicts and reasons say. */

/** Titles of a unit's answer; `{việc}` is what it is about. */
export const reportTitles = [
  'Báo cáo kết quả thực hiện {việc}',
  'Báo cáo tình hình {việc}',
  'Công văn phản hồi về {việc}',
]

export const reportSummaries = [
  'Đơn vị đã triển khai thực hiện đầy đủ nội dung chỉ đạo. Kết quả chi tiết theo phụ lục đính kèm; chưa phát sinh khó khăn, vướng mắc.',
  'Đã hoàn thành các nội dung được giao theo tiến độ. Một số chỉ tiêu đạt và vượt so với kế hoạch; đơn vị tiếp tục theo dõi, cập nhật.',
  'Cơ bản hoàn thành nhiệm vụ. Còn khó khăn về kinh phí và nhân lực; đơn vị kiến nghị Ủy ban nhân dân tỉnh xem xét, hỗ trợ.',
  'Đơn vị đã chủ trì, phối hợp các cơ quan liên quan rà soát, tổng hợp số liệu; đề xuất phương án xử lý nêu tại mục III của báo cáo.',
  'Đã tổ chức kiểm tra thực tế, làm việc với các bên liên quan và thống nhất hướng giải quyết; biên bản kèm theo.',
  'Tiến độ thực hiện đạt trên 90% khối lượng; phần còn lại sẽ hoàn thành theo cam kết và báo cáo bổ sung.',
]

export const supplementedSummaries = [
  'Báo cáo bổ sung theo ý kiến của Văn phòng Ủy ban nhân dân tỉnh: đã làm rõ số liệu, nguyên nhân và trách nhiệm.',
  'Đơn vị tiếp thu, hoàn chỉnh báo cáo; bổ sung phụ lục số liệu và tiến độ chi tiết từng nội dung.',
]

export const acceptedComments = [
  'Báo cáo đầy đủ, đúng yêu cầu.',
  'Đã xem xét, thống nhất nội dung báo cáo.',
  'Đạt yêu cầu; đề nghị đơn vị tiếp tục theo dõi, cập nhật khi có phát sinh.',
]

export const returnedComments = [
  'Báo cáo chưa nêu rõ nguyên nhân chậm tiến độ và trách nhiệm của tập thể, cá nhân liên quan; đề nghị bổ sung.',
  'Số liệu trong báo cáo và phụ lục chưa thống nhất; đề nghị rà soát, điều chỉnh.',
  'Chưa có đề xuất, kiến nghị cụ thể theo yêu cầu tại văn bản giao nhiệm vụ.',
  'Văn bản đính kèm chưa có chữ ký, đóng dấu của thủ trưởng đơn vị; đề nghị gửi lại.',
  'Nội dung báo cáo mới dừng ở tiến độ chung, chưa có kết quả của từng địa bàn; đề nghị báo cáo lại.',
  'Thiếu phụ lục số liệu theo mẫu; đề nghị bổ sung đầy đủ trước khi trình lãnh đạo.',
]

export const reopenReasons = [
  'Lãnh đạo Ủy ban nhân dân tỉnh yêu cầu làm rõ thêm số liệu sau khi đã xác nhận.',
  'Phát sinh nội dung mới theo kết luận của Thường trực Tỉnh ủy; đề nghị đơn vị báo cáo bổ sung.',
  'Qua kiểm tra thực tế, kết quả chưa đúng với báo cáo đã gửi.',
]

export const withdrawnAssignmentReasons = [
  'Nhiệm vụ được chuyển cho đơn vị khác chủ trì theo chỉ đạo mới.',
  'Nội dung trùng với nhiệm vụ đã giao tại văn bản khác.',
  'Đơn vị không có phát sinh nội dung phải báo cáo.',
]

export const withdrawnDirectiveReasons = [
  'Văn bản được thay thế bằng văn bản chỉ đạo mới.',
  'Ban hành nhầm đối tượng nhận; Văn phòng phát hành lại.',
  'Cuộc họp được dời lại, kết luận chưa thực hiện.',
]

export const extensionReasons = [
  'Khối lượng rà soát lớn, cần thêm thời gian tổng hợp số liệu từ các địa phương.',
  'Đang chờ ý kiến thẩm định của Bộ, ngành Trung ương.',
  'Ảnh hưởng mưa lũ, chưa thể khảo sát thực địa đúng kế hoạch.',
  'Hồ sơ phải chỉnh sửa theo quy định mới ban hành.',
]

export const rejectedExtensionComments = [
  'Nhiệm vụ gắn với kỳ họp đã ấn định; đề nghị tập trung hoàn thành đúng hạn.',
  'Lý do nêu ra không thuộc trường hợp khách quan; giữ nguyên thời hạn.',
]

/** Stands in every made-up document, so that nobody takes it for a real one. */
export const madeUpNotice = 'Dữ liệu minh họa'

import type { DemoSubject } from './subject.ts'

/** Health, education, culture, social care. */
export const society: readonly DemoSubject[] = [
  {
    field: 'health',
    mark: 'VX',
    topics: [
      'tăng cường phòng, chống dịch sốt xuất huyết và tay chân miệng',
      'bảo đảm thuốc, vật tư y tế cho khám bệnh, chữa bệnh',
      'sắp xếp trạm y tế và nâng cao chất lượng y tế cơ sở',
    ],
    tasks: [
      {
        content: 'Báo cáo tình hình dịch bệnh đến {tháng}, kết quả giám sát và xử lý ổ dịch.',
        to: ['so-y-te'],
      },
      {
        content: 'Tổ chức chiến dịch diệt lăng quăng, vệ sinh môi trường tại khu dân cư.',
        to: 'localities',
      },
      {
        content:
          'Khẩn trương hoàn tất đấu thầu thuốc, vật tư y tế năm {năm}; không để thiếu thuốc cục bộ.',
        to: ['so-y-te'],
      },
      {
        content:
          'Thanh, quyết toán chi phí khám bệnh, chữa bệnh bảo hiểm y tế {quý}; báo cáo vướng mắc.',
        to: ['bao-hiem-xa-hoi'],
      },
    ],
    support: ['so-giao-duc-dao-tao', 'bao-hiem-xa-hoi', 'so-tai-chinh'],
  },
  {
    field: 'health',
    mark: 'VX',
    topics: ['bảo đảm an toàn thực phẩm dịp {đợt}', 'mở rộng diện bao phủ bảo hiểm y tế toàn dân'],
    tasks: [
      {
        content:
          'Thành lập đoàn kiểm tra liên ngành an toàn thực phẩm dịp {đợt}; báo cáo kết quả xử lý.',
        to: ['so-y-te', 'so-cong-thuong', 'so-nong-nghiep-moi-truong'],
      },
      {
        content: 'Kiểm tra cơ sở dịch vụ ăn uống, thức ăn đường phố trên địa bàn.',
        to: 'localities',
      },
      {
        content:
          'Báo cáo tỷ lệ bao phủ bảo hiểm y tế theo từng nhóm đối tượng; giải pháp đạt chỉ tiêu năm {năm}.',
        to: ['bao-hiem-xa-hoi'],
      },
    ],
    support: ['so-y-te', 'so-cong-thuong'],
  },
  {
    field: 'education',
    mark: 'VX',
    topics: [
      'chuẩn bị các điều kiện năm học mới',
      'tổ chức Kỳ thi tốt nghiệp trung học phổ thông năm {năm}',
      'khắc phục tình trạng thiếu giáo viên, thiết bị dạy học',
      'phòng, chống đuối nước và bạo lực học đường',
    ],
    tasks: [
      {
        content: 'Rà soát nhu cầu biên chế giáo viên theo cấp học, tham mưu phương án điều tiết.',
        to: ['so-giao-duc-dao-tao', 'so-noi-vu'],
      },
      {
        content: 'Sửa chữa phòng học xuống cấp, bổ sung nhà vệ sinh trường học trước khai giảng.',
        to: 'localities',
      },
      {
        content: 'Xây dựng phương án bảo đảm an ninh, an toàn các điểm thi.',
        to: ['cong-an-tinh'],
      },
      {
        content: 'Tổ chức dạy bơi an toàn cho học sinh tiểu học, trung học cơ sở; báo cáo kết quả.',
        to: 'localities',
      },
      {
        content:
          'Báo cáo kết quả kiểm định chất lượng và công nhận trường đạt chuẩn quốc gia năm {năm}.',
        to: ['so-giao-duc-dao-tao'],
      },
    ],
    support: ['so-tai-chinh', 'so-noi-vu', 'so-y-te'],
    drafts: [
      'Nghị quyết quy định mức thu các khoản dịch vụ hỗ trợ giáo dục',
      'Kế hoạch thời gian năm học',
    ],
  },
  {
    field: 'culture',
    mark: 'VX',
    topics: [
      'tổ chức Tuần Văn hóa - Du lịch Đất Sen hồng năm {năm}',
      'tổ chức Lễ hội Hoa xuân Sa Đéc',
      'bảo tồn, phát huy giá trị di tích trên địa bàn tỉnh',
    ],
    tasks: [
      {
        content: 'Xây dựng kịch bản, dự toán kinh phí tổ chức; trình phê duyệt.',
        to: ['so-van-hoa-the-thao-du-lich'],
      },
      {
        content: 'Chỉnh trang đô thị, trang trí hoa kiểng, bảo đảm vệ sinh phục vụ lễ hội.',
        to: 'localities',
      },
      {
        content: 'Mời gọi nhà tài trợ, kết nối doanh nghiệp lữ hành khảo sát tuyến, điểm du lịch.',
        to: ['trung-tam-xuc-tien-dau-tu'],
      },
      {
        content: 'Lập hồ sơ tu bổ, chống xuống cấp di tích tại {địa bàn}.',
        to: ['so-van-hoa-the-thao-du-lich'],
      },
    ],
    support: ['cong-an-tinh', 'so-y-te', 'trung-tam-xuc-tien-dau-tu'],
  },
  {
    field: 'society',
    mark: 'VX',
    topics: [
      'chăm lo người có công, hộ nghèo dịp {đợt}',
      'thực hiện giảm nghèo bền vững năm {năm}',
      'xóa nhà tạm, nhà dột nát trên địa bàn tỉnh',
      'đưa người lao động đi làm việc ở nước ngoài theo hợp đồng',
    ],
    tasks: [
      {
        content:
          'Báo cáo kết quả rà soát hộ nghèo, hộ cận nghèo năm {năm}; phân tích nguyên nhân và nhu cầu hỗ trợ.',
        to: 'localities',
      },
      {
        content: 'Tham mưu mức quà, đối tượng và kinh phí chăm lo dịp {đợt}.',
        to: ['so-noi-vu', 'so-tai-chinh'],
      },
      {
        content:
          'Nghiệm thu, bàn giao nhà ở cho hộ nghèo, hộ người có công; báo cáo tiến độ từng căn.',
        to: 'localities',
      },
      {
        content: 'Thống kê số lao động xuất cảnh đến hết {tháng}; đề xuất chính sách cho vay vốn.',
        to: ['so-noi-vu'],
      },
    ],
    support: ['so-tai-chinh', 'so-y-te'],
  },
]

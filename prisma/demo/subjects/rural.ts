import type { DemoSubject } from './subject.ts'

/** Agriculture, water and weather, environment, new countryside. */
export const rural: readonly DemoSubject[] = [
  {
    field: 'disaster',
    mark: 'NN',
    topics: [
      'khắc phục sạt lở bờ sông tại {địa bàn}',
      'chủ động ứng phó sạt lở bờ sông, kênh, rạch mùa mưa lũ năm {năm}',
      'xử lý khẩn cấp sạt lở bờ sông Tiền đoạn qua {địa bàn}',
    ],
    tasks: [
      {
        content:
          'Khảo sát hiện trạng sạt lở tại {địa bàn}, đề xuất giải pháp công trình và nguồn kinh phí xử lý khẩn cấp.',
        to: ['so-nong-nghiep-moi-truong'],
      },
      {
        content:
          'Di dời các hộ dân trong vùng nguy cơ sạt lở đặc biệt nguy hiểm; cắm biển cảnh báo, báo cáo số hộ đã di dời.',
        to: 'localities',
      },
      {
        content: 'Triển khai thi công kè chống sạt lở đoạn xung yếu; báo cáo tiến độ hằng tuần.',
        to: ['bqlda-nong-nghiep'],
      },
      {
        content: 'Tham mưu bố trí dự phòng ngân sách hỗ trợ các hộ dân bị thiệt hại do sạt lở.',
        to: ['so-tai-chinh'],
      },
    ],
    support: ['so-xay-dung', 'so-tai-chinh', 'cong-an-tinh'],
  },
  {
    field: 'disaster',
    mark: 'NN',
    topics: [
      'công tác phòng, chống thiên tai và tìm kiếm cứu nạn năm {năm}',
      'chủ động ứng phó hạn hán, xâm nhập mặn mùa khô',
      'ứng phó mưa lớn, triều cường và ngập úng',
    ],
    tasks: [
      {
        content:
          'Cập nhật phương án ứng phó thiên tai theo cấp độ rủi ro; gửi phương án đã phê duyệt.',
        to: 'localities',
      },
      {
        content:
          'Theo dõi diễn biến mặn, lịch vận hành cống; khuyến cáo lịch thời vụ cho người dân.',
        to: ['so-nong-nghiep-moi-truong'],
      },
      {
        content:
          'Kiểm tra an toàn hệ thống đê bao, cống, trạm bơm trước mùa lũ; báo cáo các điểm xung yếu.',
        to: 'localities',
      },
      {
        content: 'Bảo đảm thuốc, vật tư y tế, nước sạch phục vụ vùng bị ảnh hưởng thiên tai.',
        to: ['so-y-te'],
      },
    ],
    support: ['so-nong-nghiep-moi-truong', 'cong-an-tinh', 'so-y-te'],
    drafts: ['Kế hoạch phòng, chống thiên tai cấp tỉnh năm {năm}'],
  },
  {
    field: 'agriculture',
    mark: 'NN',
    topics: [
      'triển khai Đề án một triệu héc-ta lúa chất lượng cao, phát thải thấp',
      'phát triển vùng trồng sầu riêng, xoài gắn với mã số vùng trồng',
      'phòng, chống dịch bệnh trên đàn vật nuôi {quý}',
      'tái cơ cấu ngành nông nghiệp năm {năm}',
    ],
    tasks: [
      {
        content: 'Báo cáo kết quả xuống giống, tiêu thụ lúa vụ {đợt}; dự báo sản lượng và giá.',
        to: ['so-nong-nghiep-moi-truong'],
      },
      {
        content: 'Rà soát, cấp và giám sát mã số vùng trồng, cơ sở đóng gói trên địa bàn.',
        to: 'localities',
      },
      {
        content: 'Tổ chức tiêm phòng bổ sung cho đàn gia súc, gia cầm; báo cáo tỷ lệ tiêm phòng.',
        to: 'localities',
      },
      {
        content:
          'Xây dựng chuỗi liên kết sản xuất, tiêu thụ nông sản chủ lực; kết nối doanh nghiệp bao tiêu.',
        to: ['so-cong-thuong', 'so-nong-nghiep-moi-truong'],
      },
      {
        content: 'Giải ngân tín dụng phục vụ chuỗi lúa gạo; báo cáo dư nợ và vướng mắc.',
        to: ['ngan-hang-nha-nuoc'],
      },
    ],
    support: ['so-cong-thuong', 'so-khoa-hoc-cong-nghe', 'ngan-hang-nha-nuoc'],
  },
  {
    field: 'agriculture',
    mark: 'NN',
    topics: [
      'thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới',
      'đánh giá, công nhận sản phẩm OCOP đợt {đợt}',
      'duy trì, nâng chất các tiêu chí xã nông thôn mới nâng cao',
    ],
    tasks: [
      {
        content:
          'Tự đánh giá mức độ đạt các tiêu chí nông thôn mới nâng cao; báo cáo tiêu chí chưa đạt và lộ trình hoàn thành.',
        to: 'localities',
      },
      {
        content: 'Thẩm định hồ sơ đề nghị công nhận xã đạt chuẩn nông thôn mới nâng cao năm {năm}.',
        to: ['so-nong-nghiep-moi-truong'],
      },
      { content: 'Hoàn thiện hồ sơ sản phẩm OCOP tham gia đánh giá cấp tỉnh.', to: 'localities' },
      {
        content: 'Hướng dẫn thực hiện tiêu chí về chuyển đổi số, dịch vụ công trực tuyến cấp xã.',
        to: ['so-khoa-hoc-cong-nghe'],
      },
    ],
    support: ['so-van-hoa-the-thao-du-lich', 'so-giao-duc-dao-tao', 'so-y-te'],
  },
  {
    field: 'environment',
    mark: 'NN',
    topics: [
      'xử lý rác thải sinh hoạt tồn đọng trên địa bàn tỉnh',
      'kiểm tra ô nhiễm môi trường tại các khu, cụm công nghiệp',
      'quản lý khai thác cát sông',
    ],
    tasks: [
      {
        content:
          'Kiểm tra việc chấp hành pháp luật về bảo vệ môi trường của cơ sở tại {địa bàn}; kiến nghị xử lý vi phạm.',
        to: ['so-nong-nghiep-moi-truong'],
      },
      {
        content:
          'Xử lý dứt điểm điểm rác tự phát; báo cáo phương án thu gom, phân loại rác tại nguồn.',
        to: 'localities',
      },
      {
        content:
          'Đầu tư hoàn thiện hệ thống xử lý nước thải tập trung khu công nghiệp; báo cáo tiến độ.',
        to: ['bql-khu-kinh-te'],
      },
      {
        content: 'Tuần tra, xử lý khai thác cát trái phép trên sông Tiền, sông Hậu.',
        to: ['cong-an-tinh'],
      },
    ],
    support: ['cong-an-tinh', 'so-xay-dung', 'so-y-te'],
  },
]

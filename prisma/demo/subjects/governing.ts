import type { DemoSubject } from './subject.ts'

const departments = [
  'so-noi-vu',
  'so-tu-phap',
  'so-tai-chinh',
  'so-cong-thuong',
  'so-nong-nghiep-moi-truong',
  'so-xay-dung',
  'so-khoa-hoc-cong-nghe',
  'so-van-hoa-the-thao-du-lich',
  'so-giao-duc-dao-tao',
  'so-y-te',
  'thanh-tra-tinh',
] as const

/** Administration, digital transformation, budget, industry, complaints, security. */
export const governing: readonly DemoSubject[] = [
  {
    field: 'administration',
    mark: 'NC',
    topics: [
      'đẩy mạnh cải cách hành chính năm {năm}',
      'khắc phục tồn tại, hạn chế Chỉ số PAR INDEX, PAPI, SIPAS',
      'chấn chỉnh kỷ luật, kỷ cương hành chính',
      'vận hành Trung tâm Phục vụ hành chính công cấp xã',
    ],
    tasks: [
      {
        content:
          'Báo cáo kết quả thực hiện cải cách hành chính {quý} và nhiệm vụ trọng tâm tiếp theo.',
        to: departments,
      },
      {
        content: 'Kiểm tra công vụ đột xuất; báo cáo trường hợp trễ hẹn hồ sơ và biện pháp xử lý.',
        to: ['so-noi-vu'],
      },
      {
        content:
          'Rà soát, giải quyết dứt điểm hồ sơ thủ tục hành chính quá hạn; gửi thư xin lỗi theo quy định.',
        to: 'localities',
      },
      {
        content: 'Công khai danh mục thủ tục hành chính, bố trí đủ nhân sự tại Bộ phận Một cửa.',
        to: 'localities',
      },
      {
        content: 'Tham mưu phương án sắp xếp tổ chức bộ máy, tinh giản biên chế năm {năm}.',
        to: ['so-noi-vu'],
      },
    ],
    support: ['van-phong-ubnd', 'so-noi-vu', 'so-khoa-hoc-cong-nghe'],
    drafts: [
      'Kế hoạch cải cách hành chính nhà nước năm {năm}',
      'Bộ chỉ số đánh giá kết quả cải cách hành chính cấp xã',
    ],
  },
  {
    field: 'digital',
    mark: 'TH',
    topics: [
      'triển khai Kế hoạch chuyển đổi số năm {năm}',
      'thực hiện Đề án 06 trên địa bàn tỉnh',
      'số hóa hồ sơ, kết quả giải quyết thủ tục hành chính',
      'bảo đảm an toàn thông tin mạng các hệ thống dùng chung',
    ],
    tasks: [
      {
        content: 'Báo cáo tỷ lệ hồ sơ trực tuyến toàn trình, thanh toán trực tuyến {quý}.',
        to: departments,
      },
      {
        content: 'Rà soát lỗ hổng bảo mật, cập nhật bản vá máy chủ và hệ thống dùng chung.',
        to: ['so-khoa-hoc-cong-nghe'],
      },
      {
        content: 'Làm sạch dữ liệu dân cư, hộ tịch; báo cáo số liệu đã đối soát.',
        to: ['cong-an-tinh', 'so-tu-phap'],
      },
      {
        content: 'Kiện toàn Tổ công nghệ số cộng đồng; hướng dẫn người dân nộp hồ sơ trực tuyến.',
        to: 'localities',
      },
      {
        content: 'Khắc phục tình trạng nghẽn, mất kết nối phần mềm Một cửa điện tử.',
        to: ['so-khoa-hoc-cong-nghe', 'van-phong-ubnd'],
      },
    ],
    support: ['so-khoa-hoc-cong-nghe', 'cong-an-tinh'],
    drafts: [
      'Kiến trúc số cấp tỉnh phiên bản 4.0',
      'Quy chế quản lý, khai thác Kho dữ liệu dùng chung',
    ],
  },
  {
    field: 'finance',
    mark: 'KT',
    topics: [
      'điều hành dự toán ngân sách nhà nước {quý}',
      'tăng cường thu ngân sách, chống thất thu, xử lý nợ đọng thuế',
      'xử lý tài sản công dôi dư sau sắp xếp',
    ],
    tasks: [
      {
        content:
          'Báo cáo kết quả thu, chi ngân sách đến hết {tháng}; dự báo khả năng hoàn thành dự toán.',
        to: ['so-tai-chinh'],
      },
      {
        content: 'Rà soát nợ đọng thuế, phân loại và đề xuất biện pháp cưỡng chế.',
        to: ['thue-tinh'],
      },
      {
        content: 'Kê khai trụ sở, tài sản công dôi dư; đề xuất phương án khai thác, chuyển giao.',
        to: 'localities',
      },
      {
        content: 'Thẩm định phương án sắp xếp, xử lý nhà đất của các cơ quan, đơn vị.',
        to: ['so-tai-chinh'],
      },
    ],
    support: ['thue-tinh', 'so-tai-chinh'],
    drafts: [
      'Dự toán ngân sách địa phương năm {năm}',
      'Quy định tiêu chuẩn, định mức sử dụng xe ô tô',
    ],
  },
  {
    field: 'industry',
    mark: 'KT',
    topics: [
      'thu hút đầu tư vào khu, cụm công nghiệp',
      'bình ổn thị trường, cung ứng hàng hóa dịp {đợt}',
      'tháo gỡ khó khăn cho doanh nghiệp xuất khẩu',
      'cải thiện môi trường đầu tư, nâng hạng Chỉ số PCI',
    ],
    tasks: [
      {
        content: 'Xây dựng phương án dự trữ, cung ứng hàng hóa thiết yếu dịp {đợt}.',
        to: ['so-cong-thuong'],
      },
      {
        content: 'Báo cáo tình hình thu hút đầu tư, tỷ lệ lấp đầy các khu công nghiệp {quý}.',
        to: ['bql-khu-kinh-te'],
      },
      {
        content:
          'Tổng hợp, phân loại kiến nghị của doanh nghiệp tại hội nghị đối thoại; trả lời từng nội dung.',
        to: ['so-tai-chinh', 'so-cong-thuong', 'trung-tam-xuc-tien-dau-tu'],
      },
      {
        content: 'Kết nối ngân hàng - doanh nghiệp; báo cáo kết quả giảm lãi suất cho vay.',
        to: ['ngan-hang-nha-nuoc'],
      },
      {
        content: 'Đánh giá năng lực cho vay, bảo lãnh tín dụng; đề xuất điều chỉnh vốn điều lệ.',
        to: ['quy-dau-tu-phat-trien'],
      },
    ],
    support: ['so-tai-chinh', 'thue-tinh', 'so-ngoai-vu'],
  },
  {
    field: 'complaints',
    mark: 'NC',
    topics: [
      'giải quyết khiếu nại, tố cáo đông người, kéo dài',
      'giải quyết đơn của công dân tại {địa bàn}',
      'kết quả tiếp công dân định kỳ {tháng}',
    ],
    tasks: [
      {
        content:
          'Xác minh nội dung khiếu nại của hộ dân tại {địa bàn}, tham mưu Chủ tịch Ủy ban nhân dân tỉnh quyết định giải quyết.',
        to: ['thanh-tra-tinh', 'so-nong-nghiep-moi-truong'],
      },
      {
        content: 'Tổ chức đối thoại, trả lời công dân bằng văn bản; báo cáo kết quả.',
        to: 'localities',
      },
      {
        content: 'Thi hành dứt điểm quyết định giải quyết khiếu nại đã có hiệu lực pháp luật.',
        to: 'localities',
      },
      {
        content: 'Báo cáo công tác tiếp công dân, giải quyết khiếu nại, tố cáo {quý}.',
        to: ['thanh-tra-tinh'],
      },
      {
        content: 'Rà soát cơ sở pháp lý, cho ý kiến về hướng giải quyết vụ việc.',
        to: ['so-tu-phap'],
      },
    ],
    support: ['thanh-tra-tinh', 'so-tu-phap', 'cong-an-tinh'],
  },
  {
    field: 'security',
    mark: 'NC',
    topics: [
      'bảo đảm an ninh, trật tự dịp {đợt}',
      'tăng cường công tác phòng cháy, chữa cháy và cứu nạn, cứu hộ',
      'phòng, chống tội phạm sử dụng công nghệ cao, lừa đảo trên mạng',
    ],
    tasks: [
      {
        content:
          'Tổng kiểm tra an toàn phòng cháy, chữa cháy cơ sở kinh doanh, nhà ở kết hợp kinh doanh.',
        to: ['cong-an-tinh'],
      },
      {
        content: 'Xây dựng kế hoạch bảo đảm an ninh, trật tự dịp {đợt}; phân công trực 24/24.',
        to: 'localities',
      },
      {
        content: 'Tuyên truyền, cảnh báo phương thức, thủ đoạn lừa đảo trên không gian mạng.',
        to: ['so-van-hoa-the-thao-du-lich', 'cong-an-tinh'],
      },
    ],
    support: ['so-xay-dung', 'so-khoa-hoc-cong-nghe'],
  },
  {
    field: 'general',
    mark: 'TH',
    topics: [
      'tình hình kinh tế - xã hội {tháng} và nhiệm vụ trọng tâm tháng tới',
      'chuẩn bị nội dung trình kỳ họp Hội đồng nhân dân tỉnh',
      'thực hiện kết luận của Thường trực Tỉnh ủy',
      'đón tiếp, làm việc với đoàn công tác nước ngoài',
    ],
    tasks: [
      {
        content: 'Chuẩn bị tờ trình, dự thảo nghị quyết trình kỳ họp thuộc lĩnh vực phụ trách.',
        to: departments,
      },
      {
        content:
          'Báo cáo kết quả thực hiện chỉ tiêu kinh tế - xã hội {tháng} thuộc lĩnh vực phụ trách.',
        to: departments,
      },
      { content: 'Tổng hợp báo cáo kinh tế - xã hội {tháng} của tỉnh.', to: ['so-tai-chinh'] },
      {
        content: 'Báo cáo kết quả thực hiện nhiệm vụ được Ủy ban nhân dân tỉnh giao còn tồn đọng.',
        to: 'localities',
      },
      { content: 'Xây dựng kế hoạch đón tiếp, nội dung ghi nhớ hợp tác.', to: ['so-ngoai-vu'] },
    ],
    support: ['van-phong-ubnd', 'so-tai-chinh'],
    drafts: [
      'Chương trình công tác năm {năm} của Ủy ban nhân dân tỉnh',
      'Quy chế làm việc của Ủy ban nhân dân tỉnh',
    ],
  },
]

import type { DemoSubject } from './subject.ts'

/** Public investment, construction, land, traffic. */
export const building: readonly DemoSubject[] = [
  {
    field: 'investment',
    mark: 'KT',
    topics: [
      'đẩy nhanh tiến độ giải ngân vốn đầu tư công năm {năm}',
      'tình hình thực hiện kế hoạch đầu tư công {quý}',
      'tháo gỡ khó khăn, vướng mắc dự án {dự án}',
    ],
    tasks: [
      {
        content:
          'Tổng hợp, báo cáo tình hình giải ngân vốn đầu tư công {quý} của từng chủ đầu tư; đề xuất điều chuyển vốn các dự án chậm tiến độ.',
        to: ['so-tai-chinh'],
      },
      {
        content:
          'Rà soát, cam kết tiến độ giải ngân từng dự án được giao làm chủ đầu tư; báo cáo nguyên nhân chậm và giải pháp khắc phục.',
        to: ['bqlda-giao-thong', 'bqlda-dan-dung', 'bqlda-nong-nghiep', 'bql-khu-kinh-te'],
      },
      {
        content:
          'Thẩm định điều chỉnh chủ trương đầu tư dự án {dự án}, trình Ủy ban nhân dân tỉnh xem xét.',
        to: ['so-tai-chinh', 'so-xay-dung'],
      },
      {
        content: 'Hoàn chỉnh hồ sơ quyết toán dự án {dự án} đã bàn giao đưa vào sử dụng.',
        to: ['bqlda-giao-thong', 'bqlda-dan-dung', 'bqlda-nong-nghiep'],
      },
      {
        content:
          'Báo cáo tiến độ giải ngân nguồn vốn đầu tư công phân cấp trên địa bàn đến hết {tháng}.',
        to: 'localities',
      },
    ],
    support: ['so-tai-chinh', 'so-xay-dung', 'van-phong-ubnd'],
    drafts: [
      'Nghị quyết về phân bổ kế hoạch đầu tư công năm {năm}',
      'Quy định phân cấp quản lý dự án đầu tư công trên địa bàn tỉnh',
    ],
  },
  {
    field: 'land',
    mark: 'ĐTXD',
    topics: [
      'giải phóng mặt bằng dự án {dự án}',
      'xử lý vướng mắc bồi thường, hỗ trợ, tái định cư dự án {dự án}',
      'bàn giao mặt bằng thi công {dự án}',
    ],
    tasks: [
      {
        content:
          'Hoàn thành phê duyệt phương án bồi thường, hỗ trợ, tái định cư đoạn qua địa bàn {địa bàn}; bàn giao mặt bằng cho chủ đầu tư.',
        to: 'localities',
      },
      {
        content: 'Thẩm định giá đất cụ thể làm cơ sở tính tiền bồi thường dự án {dự án}.',
        to: ['so-nong-nghiep-moi-truong', 'so-tai-chinh'],
      },
      {
        content:
          'Bố trí nền tái định cư cho các hộ bị ảnh hưởng; báo cáo số hộ chưa đồng thuận và phương án vận động.',
        to: 'localities',
      },
      {
        content:
          'Phối hợp địa phương cắm mốc ranh, chi trả kinh phí giải phóng mặt bằng dự án {dự án}.',
        to: ['bqlda-giao-thong', 'bqlda-dan-dung'],
      },
    ],
    support: ['so-nong-nghiep-moi-truong', 'so-tai-chinh', 'cong-an-tinh'],
  },
  {
    field: 'land',
    mark: 'NN',
    topics: [
      'chấn chỉnh công tác quản lý đất đai trên địa bàn tỉnh',
      'điều chỉnh kế hoạch sử dụng đất năm {năm}',
      'rà soát, xử lý các dự án chậm đưa đất vào sử dụng',
    ],
    tasks: [
      {
        content:
          'Rà soát các dự án được giao đất, cho thuê đất nhưng chậm đưa đất vào sử dụng; đề xuất hướng xử lý từng trường hợp.',
        to: ['so-nong-nghiep-moi-truong'],
      },
      {
        content:
          'Đăng ký nhu cầu sử dụng đất năm {năm} và danh mục công trình cần thu hồi đất trên địa bàn.',
        to: 'localities',
      },
      {
        content:
          'Xác định nghĩa vụ tài chính về đất đai đối với các tổ chức còn nợ; báo cáo kết quả đôn đốc.',
        to: ['thue-tinh'],
      },
      {
        content: 'Kiểm tra, xử lý việc lấn, chiếm đất công tại {địa bàn}; báo cáo kết quả.',
        to: 'localities',
      },
    ],
    support: ['so-tu-phap', 'so-tai-chinh'],
    drafts: [
      'Bảng giá các loại đất trên địa bàn tỉnh năm {năm}',
      'Quy định hạn mức giao đất, công nhận quyền sử dụng đất',
    ],
  },
  {
    field: 'traffic',
    mark: 'ĐTXD',
    topics: [
      'tăng cường bảo đảm trật tự, an toàn giao thông dịp {đợt}',
      'xử lý điểm đen, điểm tiềm ẩn tai nạn giao thông',
      'kiểm soát tải trọng phương tiện trên các tuyến đường tỉnh',
    ],
    tasks: [
      {
        content:
          'Khảo sát, lập phương án xử lý các điểm đen tai nạn giao thông trên đường tỉnh; báo cáo kinh phí và tiến độ.',
        to: ['so-xay-dung'],
      },
      {
        content:
          'Mở đợt cao điểm xử lý vi phạm nồng độ cồn, quá tải trọng; báo cáo kết quả dịp {đợt}.',
        to: ['cong-an-tinh'],
      },
      {
        content: 'Giải tỏa hành lang an toàn đường bộ, vỉa hè, lòng đường trên địa bàn quản lý.',
        to: 'localities',
      },
      {
        content:
          'Sửa chữa hư hỏng mặt đường, bổ sung biển báo trên tuyến đường tỉnh qua {địa bàn}.',
        to: ['so-xay-dung'],
      },
      {
        content: 'Kiểm tra bến khách ngang sông, phương tiện thủy; xử lý bến hoạt động không phép.',
        to: 'localities',
      },
    ],
    support: ['cong-an-tinh', 'so-xay-dung', 'so-giao-duc-dao-tao'],
  },
  {
    field: 'construction',
    mark: 'ĐTXD',
    topics: [
      'quản lý trật tự xây dựng và phát triển đô thị',
      'tiến độ lập quy hoạch chung đô thị, nông thôn',
      'phát triển nhà ở xã hội giai đoạn đến năm 2030',
    ],
    tasks: [
      {
        content: 'Thẩm định đồ án quy hoạch chung {địa bàn}, trình phê duyệt.',
        to: ['so-xay-dung'],
      },
      {
        content:
          'Báo cáo kết quả thực hiện chỉ tiêu nhà ở xã hội được giao năm {năm}; đề xuất quỹ đất bố trí mới.',
        to: ['so-xay-dung'],
      },
      {
        content:
          'Kiểm tra, xử lý công trình xây dựng sai phép, không phép trên địa bàn; báo cáo kết quả.',
        to: 'localities',
      },
      {
        content: 'Nghiệm thu, bàn giao hạng mục còn lại của {dự án}.',
        to: ['bqlda-dan-dung', 'bqlda-giao-thong'],
      },
      {
        content:
          'Công bố chỉ số giá xây dựng, giá vật liệu xây dựng {tháng}; giải pháp bình ổn nguồn cát san lấp.',
        to: ['so-xay-dung'],
      },
    ],
    support: ['so-tai-chinh', 'so-nong-nghiep-moi-truong'],
    drafts: [
      'Chương trình phát triển nhà ở tỉnh giai đoạn 2026 - 2030',
      'Quy chế quản lý kiến trúc đô thị',
    ],
  },
]

/** The frames in which Arabic news reports events, each with sentences that it reads and sentences that it leaves alone. */
import type { EventRule } from '../../../extract/events/grammar.ts'

export const rules: readonly EventRule[] = [
  {
    id: 'ar/event/perfect-verb',
    examples: [
      ['التقى وزير الخارجية نظيره التركي في عمّان', 'CONSULT', 'happened', 'التقى'],
      ['اعتقلت السلطات عشرات المحتجين', 'COERCE', 'happened', 'اعتقلت'],
      ['قُتل خمسة جنود قرب الحدود', 'ASSAULT', 'happened', 'قُتل'],
      ['نفت الحكومة أن تكون قد اعتقلت صحفيين', 'COERCE', 'denied', 'اعتقلت'],
      ['أفرجت الحكومة عن عشرين معتقلا', 'RETREAT', 'happened', 'أفرجت'],
      ['أرسلت الحكومة تعزيزات إلى المدينة', 'MOBILIZE', 'happened', 'أرسلت'],
      ['فرضت الدولة عقوبات على الشركة', 'SANCTION', 'happened', 'فرضت'],
    ],
    nonExamples: ['وقعت الحادثة صباحا', 'أطلقت الشركة هاتفا جديدا', 'حقق الفريق فوزا كبيرا', 'علّق الوزير على الخبر'],
  },
  {
    id: 'ar/event/imperfect-verb',
    examples: [
      ['سيزور الرئيس بغداد', 'CONSULT', 'planned', 'سيزور'],
      ['قد يلتقي الرئيس نظيره', 'CONSULT', 'conditional', 'يلتقي'],
      ['لم يوقع الطرفان على الاتفاق', 'SUPPORT', 'denied', 'يوقع'],
      ['لن يلتقي الرئيس نظيره', 'CONSULT', 'denied', 'يلتقي'],
      ['لا يزال المتمردون يحاصرون المدينة', 'COERCE', 'ongoing', 'يحاصرون'],
    ],
    nonExamples: ['يبحث العلماء أسباب المرض', 'يجب أن تدعم الحكومة المزارعين'],
  },
  {
    id: 'ar/event/participle',
    examples: [
      ['تحدث الوزير طويلا، مطالبا الحكومة بالاستقالة فورا', 'REQUEST', 'happened', 'مطالبا'],
      ['ألقت النائبة كلمة، منتقدة سياسة الحكومة', 'ACCUSE', 'happened', 'منتقدة'],
    ],
    nonExamples: ['كان المتهم حاضرا في القاعة'],
  },
  {
    id: 'ar/event/light-verb',
    examples: [
      ['عقد الوزراء اجتماعا في القاهرة', 'CONSULT', 'happened', 'اجتماعا'],
      ['شن الجيش هجوما على مواقع المسلحين', 'ASSAULT', 'happened', 'هجوما'],
      ['شهدت العاصمة احتجاجات واسعة', 'PROTEST', 'happened', 'احتجاجات'],
      ['ستجري الدولتان محادثات حول الحدود', 'CONSULT', 'planned', 'محادثات'],
    ],
    nonExamples: ['عقد الشاب قرانه', 'شن المدرب انتقادات على الحكم بعد مباراة الكأس في البطولة'],
  },
  {
    id: 'ar/event/happening',
    examples: [
      ['عاد الهدوء بعد مقتل ثلاثة مدنيين في القرية', 'ASSAULT', 'happened', 'مقتل'],
      ['تحدث عن زيارته للولايات المتحدة', 'CONSULT', 'happened', 'زيارته'],
    ],
    nonExamples: ['مركز دراسات الهجوم والدفاع', 'مكافحة الاعتداءات واجب'],
  },
  {
    id: 'ar/event/verbal-noun',
    examples: [['جاء القرار بعد ترحيل عشرين مهاجرا', 'COERCE', 'happened', 'ترحيل']],
    nonExamples: ['جريمة القتل لا تسقط بالتقادم', 'طلب العلم فريضة'],
  },
  {
    id: 'ar/event/intended',
    examples: [['قررت الحكومتان عقد قمة في الخريف', 'CONSULT', 'planned', 'قمة']],
    nonExamples: ['قررت المدرسة عقد امتحان'],
  },
]

import type { Statement } from './statement';

export const en: Statement = {
  title: 'Accessibility statement',
  intro:
    'Everybody must be able to use this register, with a disability too. Here you read how far we are, what was examined, what is not right yet, and where to report a problem.',
  facts: { status: 'Status', standard: 'Standard', examinedBy: 'Examined by', revisedOn: 'Last revised' },
  values: {
    status: 'C: first measures taken',
    standard: 'EN 301 549, chapter 9, tested against WCAG 2.2, levels A and AA',
    examinedBy: 'the makers themselves; not by an independent party yet',
  },
  parts: [
    {
      title: 'What this statement covers',
      blocks: [
        'All pages of Fieldlab at this address: the public pages, signing in, and all screens behind it, in Dutch and in English.',
        'It follows the model of the Dutch government’s decree on digital accessibility (Besluit digitale toegankelijkheid overheid).',
      ],
    },
    {
      title: 'Why status C',
      blocks: [
        'We build and test to WCAG 2.2 AA and know of no part that does not meet it at all. But there has been no full examination by an independent party. Until there is one, we claim no more than the Dutch scale’s third step: first measures taken.',
      ],
    },
    {
      title: 'What was examined',
      blocks: [
        'At every change the following is checked in a real browser (Chromium). A change in which any of it fails does not come in.',
        [
          'Every screen by axe-core, to the rules of WCAG 2.0, 2.1 and 2.2, levels A and AA: in both languages, in light and dark appearance, 390 and 1440 pixels wide.',
          'Every screen at 320 pixels wide (400% zoom): nothing falls off the screen. Wide tables scroll within their own frame.',
          'The work of a coordinator, an administrator and an evaluator by the keyboard alone, from the invitation to the company behind a figure; what has the focus is in sight.',
          'After every step to another screen the keyboard focus begins at the heading of that screen.',
        ],
        'Colours were chosen for a contrast of at least 4.5:1 for text and 3:1 for controls. Colour alone means nothing anywhere. What a chart or map shows is there in words or as a table too. Motion is off where your device asks for that.',
      ],
    },
    {
      title: 'What was not examined',
      blocks: [
        [
          'Use by people with disabilities.',
          'Use with screen readers, magnifiers and voice control.',
          'Browsers other than Chromium.',
          'PDFs: they are made as PDF/UA-1 and PDF/A-2a but were not examined by hand. Nor were Excel files.',
          'The pages that explain the API to programmers (/api/docs), which somebody else makes.',
        ],
      ],
    },
    {
      title: 'What is not right yet',
      blocks: [
        [
          'Names, notes and report texts stand in the language in which somebody wrote them. Where you read the register in the other language, a screen reader does not know (WCAG 3.1.2).',
          'The text of a report is its writer’s. The program does not check whether its headings and links are clear.',
        ],
      ],
    },
  ],
  contactTitle: 'Is something in your way?',
  contact: {
    known: [
      'Tell us, with the address of the page and what you wanted to do. Within five working days you hear that it came in, within three weeks you have an answer. What you need now we find another way to give you.',
    ],
    unknown: [
      'The administrator of this register has not filled in an e-mail address for questions about accessibility yet. If you have an account, tell who invited you; otherwise the organisation that refers to these pages.',
    ],
  },
  objection: {
    title: 'Not content with the answer?',
    blocks: [
      'If a Dutch public body does not answer, or its answer does not help you, you can complain to the National Ombudsman.',
      {
        href: 'https://www.nationaleombudsman.nl/klacht-indienen',
        text: 'National Ombudsman: file a complaint (in Dutch)',
      },
    ],
  },
};

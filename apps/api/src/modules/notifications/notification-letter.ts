import { notificationSentence, type Language, type NotificationKind } from '@fieldlab/domain';

interface WaitingItem {
  kind: NotificationKind;
  path: string;
  facts: Readonly<Record<string, string>>;
}

interface Letter {
  name: string;
  language: Language;
  publicUrl: string;
  waiting: readonly WaitingItem[];
}

/** More than that is read on screen. */
const MOST = 25;

const WORDS: Record<
  Language,
  {
    subject: (count: number) => string;
    greeting: (name: string) => string;
    more: (count: number, address: string) => string;
    end: (address: string) => string;
  }
> = {
  nl: {
    subject: (count) => (count === 1 ? 'Er wacht iets op u' : `Er wachten ${count} dingen op u`),
    greeting: (name) => `Beste ${name},`,
    more: (count, address) => `En nog ${count}: ${address}`,
    end: (address) => `Wanneer u deze mail krijgt, kiest u bij uw account: ${address}`,
  },
  en: {
    subject: (count) => (count === 1 ? 'One thing waits for you' : `${count} things wait for you`),
    greeting: (name) => `Dear ${name},`,
    more: (count, address) => `And ${count} more: ${address}`,
    end: (address) => `You choose when this mail comes on your account page: ${address}`,
  },
};

/** What waits for somebody, each in its sentence with the way to it. */
export function notificationLetter({ name, language, publicUrl, waiting }: Letter): {
  subject: string;
  text: string;
} {
  const words = WORDS[language];
  const lines = waiting
    .slice(0, MOST)
    .map(
      ({ kind, facts, path }) => `- ${notificationSentence(kind, facts, language)}\n  ${publicUrl}${path}`,
    );
  const left = waiting.length - lines.length;
  const parts = [
    words.greeting(name),
    lines.join('\n'),
    ...(left > 0 ? [words.more(left, `${publicUrl}/`)] : []),
    words.end(`${publicUrl}/account`),
  ];
  return { subject: words.subject(waiting.length), text: `${parts.join('\n\n')}\n` };
}

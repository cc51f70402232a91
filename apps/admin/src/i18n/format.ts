import { DUTCH_TIME_ZONE, type FigureUnit, type FigureValue, type Language } from '@fieldlab/domain';
import { useMemo } from 'react';
import { useLanguage } from './use-t';

const LOCALES: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };
const QUARTER: Record<Language, (number: number, year: string) => string> = {
  nl: (number, year) => `${number}e kwartaal ${year}`,
  en: (number, year) => `Q${number} ${year}`,
};

export interface Format {
  locale: string;
  number: (value: number) => string;
  /** `2021-05-01` → `1 mei 2021`. */
  date: (date: string) => string;
  /** As people type it: `2021-05-01` → `1-5-2021`, in English `1 May 2021`, where `1/5` would be two days. */
  shortDate: (date: string) => string;
  /** `2021-05-01` → `mei 2021`. */
  month: (date: string) => string;
  /** `2021-Q2` → `2e kwartaal 2021`. */
  quarter: (period: string) => string;
  weekdayName: (date: string, length: 'short' | 'long') => string;
  instant: (instant: string) => string;
  /** The day of an instant: `1 mei 2021`. */
  dayOf: (instant: string) => string;
  /** Whole euros where there are no cents: `€ 12.500`, else `€ 12.500,50`. */
  money: (amount: string | number) => string;
  /** For headlines: `€ 370,0 mln`. */
  shortMoney: (amount: string | number) => string;
  figure: (value: FigureValue, unit: FigureUnit) => string;
  /** With its sign, a real minus: `+48`, `−3`. */
  change: (difference: number, unit: FigureUnit) => string;
}

export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => formatFor(language), [language]);
}

export function formatFor(language: Language): Format {
  const locale = LOCALES[language];
  const number = (value: number, options?: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, options).format(value);
  const day = (date: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  const euro = (amount: number, digits: number) =>
    number(amount, {
      style: 'currency',
      currency: 'EUR',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  const money = (amount: string | number) => euro(Number(amount), Number.isInteger(Number(amount)) ? 0 : 2);
  const shortMoney = (amount: string | number) => shortened(Number(amount), language, euro);
  const figure = (value: FigureValue, unit: FigureUnit) => figureText(value, unit, { number, money });
  return {
    locale,
    number: (value) => number(value),
    date: (date) => day(date, { day: 'numeric', month: 'long', year: 'numeric' }),
    shortDate: (date) =>
      day(date, { day: 'numeric', month: language === 'nl' ? 'numeric' : 'short', year: 'numeric' }),
    month: (date) => day(date, { month: 'long', year: 'numeric' }),
    quarter: (period) => QUARTER[language](Number(period.slice(-1)), period.slice(0, 4)),
    weekdayName: (date, weekday) => day(date, { weekday }),
    dayOf: (instant) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: DUTCH_TIME_ZONE }).format(
        new Date(instant),
      ),
    instant: (instant) =>
      new Intl.DateTimeFormat(locale, {
        dateStyle: 'long',
        timeStyle: 'short',
        timeZone: DUTCH_TIME_ZONE,
      }).format(new Date(instant)),
    money,
    shortMoney,
    figure,
    change: (difference, unit) => {
      const size = Math.abs(difference);
      const text =
        unit === 'EUR' ? shortMoney(size) : figure(unit === 'count' ? size : size.toFixed(1), unit);
      return `${difference > 0 ? '+' : difference < 0 ? '−' : '±'}${text}`;
    },
  };
}

function shortened(
  amount: number,
  language: Language,
  euro: (amount: number, digits: number) => string,
): string {
  if (Math.abs(amount) >= 1_000_000)
    return `${euro(amount / 1_000_000, 1)} ${language === 'nl' ? 'mln' : 'm'}`;
  return euro(Math.round(amount), 0);
}

type Writers = { number: (value: number, options?: Intl.NumberFormatOptions) => string } & Pick<
  Format,
  'money'
>;

function figureText(value: FigureValue, unit: FigureUnit, { number, money }: Writers): string {
  if (value === null) return '–';
  const amount = Number(value);
  switch (unit) {
    case 'EUR':
      return money(amount);
    case 'percent':
      return `${number(amount, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}%`;
    case 'ratio':
      return number(amount, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    case 'FTE':
      return number(amount, { maximumFractionDigits: 2 });
    case 'count':
      return number(amount);
  }
}

/** The colours of the design; every text pair reaches 4.5 to 1, every control 3 to 1. */
export interface Tones {
  paper: string;
  surface: string;
  ink: string;
  secondary: string;
  line: string;
  /** Of controls, which must be seen without colour: 3 to 1 on the surface. */
  edge: string;
  accent: string;
  onAccent: string;
  attention: string;
  bad: string;
  good: string;
}

export const LIGHT: Tones = {
  paper: '#FBFBF9',
  surface: '#FFFFFF',
  ink: '#14213D',
  secondary: '#52606D',
  line: '#E4E7EB',
  edge: '#7B8794',
  accent: '#0B6E6E',
  onAccent: '#FFFFFF',
  attention: '#B54708',
  bad: '#B42318',
  good: '#146C43',
};

/** Ink on white, with lines that a printer shows. */
export const PAPER: Tones = { ...LIGHT, paper: '#FFFFFF', line: '#C9D0D8' };

export const DARK: Tones = {
  paper: '#0F1720',
  surface: '#172230',
  ink: '#E8EDF2',
  secondary: '#A3B1BF',
  line: '#2A3A4B',
  edge: '#6B7F93',
  accent: '#5CC8C2',
  onAccent: '#0F1720',
  attention: '#F5A65B',
  bad: '#F59189',
  good: '#6CCB9A',
};

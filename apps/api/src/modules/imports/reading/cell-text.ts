/** Text without white space around it, its accents composed: an `é` in one piece, whatever the machine it was typed on. */
export const cleanText = (text: string): string => text.trim().normalize('NFC');

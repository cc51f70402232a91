/** Text without white space around it, composed; what else is done to it depends on the column that it stands in. */
export const cleanText = (text: string): string => text.trim().normalize('NFC');

import { useTranslate } from 'react-admin';
import { useLanguage } from '../i18n/use-t';
import { codedFault } from '../providers/http';
import { refusalWords } from '../providers/refusal-words';

/** A fault in the reader's words, ours or the server's. */
export function useFaultText(): (fault: string) => string {
  const translate = useTranslate();
  const language = useLanguage();
  return (fault) => {
    const [code, about] = codedFault(fault) ?? [];
    const words = refusalWords();
    if (code !== undefined && words?.isFaultCode(code))
      return words.faultSentence(code, about ?? {}, language);
    const key = fault.replace(/^@@react-admin@@/, '').replaceAll('"', '');
    return translate(key, { _: key.replace(/^register\.faults\./, '') });
  };
}

import { useTranslate } from 'react-admin';
import { useLanguage } from '../i18n/use-t';
import { codedFault } from '../providers/http';
import { refusalWords } from '../providers/refusal-words';

/** A fault in the reader's words, ours or the server's. */
export function useFaultText(): (fault: string) => string {
  const translate = useTranslate();
  const language = useLanguage();
  return (fault) => {
    const [code, about, message] = codedFault(fault) ?? [];
    if (code !== undefined && about && message !== undefined) {
      const words = refusalWords();
      return words?.isFaultCode(code) ? words.faultSentence(code, about, language) : message;
    }
    return translate(fault.replace(/^@@react-admin@@/, '').replaceAll('"', ''));
  };
}

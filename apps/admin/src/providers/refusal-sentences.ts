/** What refusals say, in both languages: a file of its own, which nobody loads before there is a refusal. */
export { ERRORS, errorSentence, faultSentence, isFaultCode } from '@fieldlab/domain';

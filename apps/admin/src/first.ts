import { dateIn, DUTCH_TIME_ZONE } from '@fieldlab/domain';
import { COMPARISONS } from './dashboard/comparison';
import { overviewQuestions, QUESTIONS_PATH } from './dashboard/overview-questions';
import { previousVisit } from './dashboard/visits';
import { CATALOGUES, firstLanguage } from './i18n/catalogues';
import { askEarly } from './providers/early-answers';
import type { SignedInUser } from './providers/records';
import { keptItem } from './app/kept-item';

/*
 * The page begins with this, which is small, while the rest of the program is on its way: what that will ask for first
 * is asked already. It imports nothing of what comes in larger files.
 */
const language = firstLanguage(keptItem('locale'), navigator.languages);
void CATALOGUES[language]();
void askFirstQuestions();

async function askFirstQuestions(): Promise<void> {
  const answer = await askEarly({ method: 'GET', path: '/api/v1/session', language }).catch(() => undefined);
  if (answer?.status === 401) void import('./app/auth/SignInPage');
  const { pathname, search, hash } = window.location;
  if (!answer?.ok || pathname !== '/' || search !== '' || hash !== '') return;
  const { id, role } = (await answer.clone().json()) as SignedInUser;
  const kept = keptItem('dashboard.comparison');
  const questions = overviewQuestions({
    asOf: dateIn(DUTCH_TIME_ZONE, new Date()),
    comparison: COMPARISONS.find((one) => one === kept) ?? 'year',
    since: previousVisit(keptItem(`dashboard.visits.${id}`), new Date()),
    role,
  });
  void askEarly({
    method: 'POST',
    path: QUESTIONS_PATH,
    language,
    body: { questions: Object.values(questions) },
  });
  void askEarly({ method: 'GET', path: '/api/v1/programme', language });
}

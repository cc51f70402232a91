import { CreatePage } from '../ui/forms/pages';
import { CentreInputs } from './CentreInputs';

export default function CentreCreate() {
  return (
    <CreatePage resource="centres" defaultValues={{ kind: 'FIELDLAB', technologies: [] }}>
      <CentreInputs />
    </CreatePage>
  );
}

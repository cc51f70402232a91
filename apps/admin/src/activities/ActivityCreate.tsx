import { CreatePage } from '../ui/forms/pages';
import { ActivityInputs } from './ActivityInputs';

export default function ActivityCreate() {
  return (
    <CreatePage resource="activities">
      <ActivityInputs />
    </CreatePage>
  );
}

import type { ViewedResource, ViewState } from '@fieldlab/domain';
import type { SavedView } from '../../providers/view-path';

export interface SavedViewsProps {
  resource: ViewedResource;
  /** How it is looked at now. */
  state: () => ViewState;
}

/** One of the views, and what the panel around it knows. */
export interface ViewLineProps extends Pick<SavedViewsProps, 'state'> {
  view: SavedView;
  isOwn: boolean;
  onClose: () => void;
}

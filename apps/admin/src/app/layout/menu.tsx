import AddCircleOutlineIcon from '@mui/icons-material/AddCircleOutline';
import ArticleIcon from '@mui/icons-material/ArticleOutlined';
import CompareArrowsIcon from '@mui/icons-material/CompareArrowsOutlined';
import EventRepeatIcon from '@mui/icons-material/EventRepeatOutlined';
import FlagIcon from '@mui/icons-material/FlagOutlined';
import GroupIcon from '@mui/icons-material/GroupOutlined';
import HistoryIcon from '@mui/icons-material/HistoryOutlined';
import InsightsIcon from '@mui/icons-material/InsightsOutlined';
import JoinIcon from '@mui/icons-material/MergeTypeOutlined';
import KeyIcon from '@mui/icons-material/VpnKeyOutlined';
import PrivacyIcon from '@mui/icons-material/ShieldOutlined';
import RegisterIcon from '@mui/icons-material/DomainVerificationOutlined';
import SpaceDashboardIcon from '@mui/icons-material/SpaceDashboardOutlined';
import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import type { ComponentType } from 'react';
import type { SvgIconProps } from '@mui/material';
import { useNames, useT } from '../../i18n/use-t';
import { useMay } from '../../ui/use-may';
import { RESOURCES } from '../resources';

type Icon = ComponentType<SvgIconProps>;

export interface MenuItem {
  to: string;
  label: string;
  icon: Icon;
}

export interface MenuGroup {
  key: string;
  title?: string;
  items: MenuItem[];
}

export const LogIcon = AddCircleOutlineIcon;

/** The menu's groups, without what the reader's role may not use. */
export function useMenu(): MenuGroup[] {
  const t = useT();
  const { many } = useNames();
  const may = useMay();
  const item = (resource: string, label: string, icon: Icon): MenuItem[] =>
    may(resource, 'list') ? [{ to: `/${resource}`, label, icon }] : [];
  const groups: MenuGroup[] = [
    { key: 'overview', items: [{ to: '/', label: t('frame.menu.overview'), icon: SpaceDashboardIcon }] },
    {
      key: 'register',
      title: t('frame.menu.register'),
      items: RESOURCES.flatMap(({ name, icon }) => (icon ? item(name, many(name), icon as Icon) : [])),
    },
    {
      key: 'evaluation',
      title: t('frame.menu.evaluation'),
      items: [
        ...item('figures', t('frame.menu.figures'), InsightsIcon),
        ...item('comparisons', t('frame.menu.compare'), CompareArrowsIcon),
        ...item('reports', t('frame.menu.reports'), ArticleIcon),
        ...item('targets', many('targets'), FlagIcon),
        ...item('rounds', t('rounds.title'), EventRepeatIcon),
      ],
    },
    {
      key: 'administration',
      title: t('frame.menu.administration'),
      items: [
        ...item('imports', t('frame.menu.imports'), UploadIcon),
        ...(may('duplicates', 'edit') ? item('duplicates', t('duplicates.title'), JoinIcon) : []),
        ...(may('register-proposals', 'edit')
          ? item('register-proposals', t('proposals.title'), RegisterIcon)
          : []),
        ...item('users', many('users'), GroupIcon),
        ...item('api-tokens', many('api-tokens'), KeyIcon),
        ...item('audit-events', many('audit-events'), HistoryIcon),
        ...item('privacy', 'Privacy', PrivacyIcon),
      ],
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

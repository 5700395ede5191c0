import { bySize } from '../helpers/size';
import { walkMainJob } from './main-job';

// The way is the same in both languages; every word, card and page is looked at in both one level below.
walkMainJob(bySize({ small: 'fr', full: 'en' }));

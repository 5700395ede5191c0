import { walkMainJob } from './main-job';

walkMainJob('fr');

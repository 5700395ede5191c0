import { walkMainJob } from './main-job';

walkMainJob('en');

export { Random } from '@api/startup/demonstration/random';

export { FileStore, tooLarge, type StoredFile } from './file-store';

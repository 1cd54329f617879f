import { useGet } from '../../api/client';

export const useMyDay = () => useGet('/reports/my-day');
export const useDirector = () => useGet('/reports/director');

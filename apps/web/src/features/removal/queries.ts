import { useGet, useSend } from '../../api/client';

export const useRemoval = (clientId: string) => useGet('/clients/{clientId}/removal', { path: { clientId } });
export const useHearings = (clientId: string, enabled = true) =>
  useGet('/clients/{clientId}/hearings', { path: { clientId } }, { enabled });
export const useAddHearing = () => useSend('post', '/proceedings/{proceedingId}/hearings');
export const useMoveHearing = () => useSend('post', '/hearings/{hearingId}/move');
export const useEndHearing = () => useSend('post', '/hearings/{hearingId}/end');
export const useRecordLookUp = () => useSend('post', '/proceedings/{proceedingId}/hearing-look-ups');
export const useHearingWatch = () => useGet('/hearing-watch');
export const useTellMessage = () => useSend('post', '/planned-messages/{messageId}/tell');
export const useTakeMessageBack = () => useSend('post', '/planned-messages/{messageId}/cancel');
export const useEnteredInError = (clientId: string) =>
  useGet('/clients/{clientId}/entered-in-error', { path: { clientId } });
export const useWithdrawEntry = () => useSend('post', '/clients/{clientId}/entered-in-error');
export const usePutBack = () => useSend('post', '/entered-in-error/{withdrawalId}/put-back');
export const useJudges = () => useGet('/judges');
export const useAddJudge = () => useSend('post', '/judges');
export const useEditJudge = () => useSend('patch', '/judges/{judgeId}');
export const useAddProceeding = () => useSend('post', '/clients/{clientId}/proceedings');
export const useEditProceeding = () => useSend('patch', '/proceedings/{proceedingId}');
export const useAddDocument = () => useSend('post', '/proceedings/{proceedingId}/documents');
export const useEditDocument = () => useSend('patch', '/charging-documents/{documentId}');
export const useAddCharge = () => useSend('post', '/proceedings/{proceedingId}/charges');
export const useEditCharge = () => useSend('patch', '/charges/{chargeId}');
export const useAddOrder = () => useSend('post', '/proceedings/{proceedingId}/orders');
export const useEditOrder = () => useSend('patch', '/orders/{orderId}');
export const useOrderStatus = () => useSend('post', '/orders/{orderId}/status');
export const useAddConviction = () => useSend('post', '/clients/{clientId}/convictions');
export const useEditConviction = () => useSend('patch', '/convictions/{convictionId}');

export const useRelief = (clientId: string) => useGet('/clients/{clientId}/relief', { path: { clientId } });
export const useSupervision = (clientId: string) =>
  useGet('/clients/{clientId}/supervision', { path: { clientId } });
export const useCountries = (clientId: string) =>
  useGet('/clients/{clientId}/countries', { path: { clientId } });
export const useArrests = (clientId: string) => useGet('/clients/{clientId}/arrests', { path: { clientId } });
export const useInquiries = (clientId: string) =>
  useGet('/clients/{clientId}/inquiries', { path: { clientId } });
export const useOpenQuestions = (clientId: string) =>
  useGet('/clients/{clientId}/open-questions', { path: { clientId } });
export const useAddApplication = () => useSend('post', '/clients/{clientId}/relief-applications');
export const useEditApplication = () => useSend('patch', '/relief-applications/{applicationId}');
export const useAddAppeal = () => useSend('post', '/clients/{clientId}/appeals');
export const useEditAppeal = () => useSend('patch', '/appeals/{appealId}');
export const useAddReinstatement = () => useSend('post', '/clients/{clientId}/reinstatements');
export const useEditReinstatement = () => useSend('patch', '/reinstatements/{reinstatementId}');
export const useAddConcern = () => useSend('post', '/clients/{clientId}/country-concerns');
export const useEditConcern = () => useSend('patch', '/country-concerns/{concernId}');
export const useAddTravelDocument = () => useSend('post', '/clients/{clientId}/travel-documents');
export const useEditTravelDocument = () => useSend('patch', '/travel-documents/{documentId}');
export const useAddDeparture = () => useSend('post', '/clients/{clientId}/departures');
export const useEditDeparture = () => useSend('patch', '/departures/{departureId}');
export const useAddArrest = () => useSend('post', '/clients/{clientId}/arrests');
export const useEditArrest = () => useSend('patch', '/arrests/{arrestId}');
export const useAddAdmission = () => useSend('post', '/clients/{clientId}/admissions');
export const useEditAdmission = () => useSend('patch', '/admissions/{admissionId}');
export const useAddCondition = () => useSend('post', '/clients/{clientId}/supervision');
export const useChangeCondition = () => useSend('post', '/supervision-conditions/{conditionId}/change');
export const useEndCondition = () => useSend('post', '/supervision-conditions/{conditionId}/end');
export const useAddInquiry = () => useSend('post', '/clients/{clientId}/inquiries');
export const useDisputes = (clientId: string, enabled: boolean) =>
  useGet('/clients/{clientId}/disputed-dates', { path: { clientId } }, { enabled });
export const useAddDispute = () => useSend('post', '/clients/{clientId}/disputed-dates');
export const useSettleDispute = () => useSend('post', '/disputed-dates/{disputeId}/settle');

export function ClientDoor() {
  return null;
}

export function SettingsScreen({ plan }: { readonly plan: string }) {
  return <p>{plan}</p>;
}

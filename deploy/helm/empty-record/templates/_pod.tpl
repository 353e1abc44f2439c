{{/*
(list ROOT POD NAMES): template of a pod that has the containers NAMES. They start after the services that they are
described to wait for, as compose's depends_on does it.
*/}}
{{- define "region.pod" -}}
{{- $root := index . 0 }}{{ $pod := index . 1 }}{{ $names := index . 2 }}
{{- $lead := include "region.described" (list $root (first $names)) | fromYaml -}}
metadata:
  labels:
    {{- include "region.selector" (list $root $pod) | nindent 4 }}
    app.kubernetes.io/part-of: empty-record
    {{- with $lead.spread }}
    empty-record/spread: {{ . }}
    {{- end }}
  annotations:
    {{- if $lead.foreign }}
    # A changed file is a new pod, since nothing tells the program to read it again.
    empty-record/files: {{ include "region.files" $root | sha256sum }}
    {{- end }}
    kubectl.kubernetes.io/default-container: {{ last $names }}
spec:
  automountServiceAccountToken: false
  # Variables such as DWFM_PORT=tcp://… would be read as settings.
  enableServiceLinks: false
  terminationGracePeriodSeconds: 5
  {{- with $root.Values.image.pullSecrets }}
  imagePullSecrets:
    {{- range . }}
    - name: {{ . }}
    {{- end }}
  {{- end }}
  # Route 53 alone is asked, by every program in the pod, and nothing between caches its empty answers. The region's own
  # names are no DNS names, they are host entries.
  dnsPolicy: None
  dnsConfig:
    nameservers: [ {{ include "region.address" (list $root "fake-route53") }} ]
    options:
      - { name: ndots, value: "1" }
  hostAliases:
    {{- range include "region.names" $root | fromYamlArray }}
    - ip: {{ include "region.address" (list $root .) }}
      hostnames: [ {{ . }} ]
    {{- end }}
  securityContext:
    runAsNonRoot: true
    runAsUser: {{ $lead.user | default 10001 }}
    runAsGroup: {{ if hasKey $lead "group" }}{{ $lead.group }}{{ else }}{{ $lead.user | default 10001 }}{{ end }}
    fsGroup: {{ $lead.user | default 10001 }}
    fsGroupChangePolicy: OnRootMismatch
    seccompProfile:
      type: RuntimeDefault
  {{- if and $lead.spread (eq (int $root.Values.zones) 3) }}
  topologySpreadConstraints:
    - topologyKey: topology.kubernetes.io/zone
      maxSkew: 1
      minDomains: 3
      whenUnsatisfiable: DoNotSchedule
      labelSelector:
        matchLabels:
          app.kubernetes.io/instance: {{ $root.Release.Name }}
          empty-record/spread: {{ $lead.spread }}
  {{- end }}
  {{- with $lead.after }}
  initContainers:
    - name: names-first
      image: {{ include "region.image" (list $root $lead) }}
      imagePullPolicy: {{ $root.Values.image.pullPolicy }}
      command:
        - bash
        - -c
        - |
          for peer; do
            until timeout 3 bash -c 'exec 3<>"/dev/tcp/${0/://}" && printf "GET /actuator/health HTTP/1.0\r\n\r\n" >&3 &&
                read -r status <&3 && [[ $status == *" 200"* ]]' "$peer" 2>/dev/null; do
              sleep 1
            done
          done
        - bash
        {{- range . }}
        - {{ . }}
        {{- end }}
      resources:
        requests: { cpu: 10m, memory: 32Mi }
        limits: { memory: 32Mi }
      securityContext:
        {{- include "region.closed" $root | nindent 8 }}
  {{- end }}
  containers:
    {{- range $names }}
    - {{ include "region.container" (list $root .) | indent 6 | trim }}
    {{- end }}
  volumes:
    {{- range $names }}
    # In memory, within the container's limit.
    - name: {{ . }}-tmp
      emptyDir: { medium: Memory, sizeLimit: 32Mi }
    {{- if not $root.Values.persistence.enabled }}
    - name: {{ . }}
      emptyDir: { sizeLimit: {{ $root.Values.persistence.size }} }
    {{- else if not (eq $pod "dwfm") }}
    - name: {{ . }}
      persistentVolumeClaim: { claimName: {{ . }} }
    {{- end }}
    {{- end }}
    {{- if include "region.serves" $lead }}
    - name: region
      configMap: { name: region }
    {{- end }}
    {{- range $lead.files }}
    - name: {{ .name }}
      configMap:
        name: {{ .from }}
        items:
          {{- range $key, $path := .items }}
          - { key: {{ $key }}, path: {{ $path }} }
          {{- end }}
    {{- end }}
{{- end }}

{{/* (list ROOT NAME): a claim's spec. */}}
{{- define "region.claim" -}}
accessModes: [ ReadWriteOnce ]
{{- with (first .).Values.persistence.storageClass }}
storageClassName: {{ . }}
{{- end }}
resources:
  requests:
    storage: {{ (first .).Values.persistence.size }}
{{- end }}

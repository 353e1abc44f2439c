{{/*
(list ROOT NAME): the container of a service. Memory is compose's limit, requested as a whole, so that no neighbour
takes it. There is a CPU request and no CPU limit, as in compose: a throttled clock would distort the night. Ten
services, before the droplets were an eleventh, took 0.6 cores at speed 60 and 1.7 at 180 (docs/footprint.md), hence a
thousandth of a core each and speed.
*/}}
{{- define "region.container" -}}
{{- $root := first . }}{{ $name := last . }}{{ $is := include "region.described" . | fromYaml -}}
name: {{ $name }}
image: {{ include "region.image" (list $root $is) }}
imagePullPolicy: {{ $root.Values.image.pullPolicy }}
{{- with $is.command }}
command:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $is.args }}
args:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- if or $is.settings (not $is.foreign) }}
env:
  {{- if not $is.foreign }}
  {{- include "region.token-setting" $root | nindent 2 }}
  {{- end }}
  {{- if include "region.serves" $is }}
  {{- include "region.common" $root | nindent 2 }}
  {{- end }}
  {{- range $setting, $value := $is.settings }}
  - name: {{ $setting }}
    value: {{ $value | toString | quote }}
  {{- end }}
{{- end }}
{{- with $is.ports }}
ports:
  {{- range . }}
  - name: {{ .name }}
    containerPort: {{ .containerPort | default .port }}
    protocol: {{ .protocol | default "TCP" }}
  {{- end }}
{{ include "region.probes" $is }}
{{- end }}
resources:
  requests:
    cpu: {{ $is.cpu | default (printf "%dm" (int $root.Values.speed)) }}
    memory: {{ $is.memory }}
  limits:
    memory: {{ $is.memory }}
securityContext:
  {{- include "region.closed" $root | nindent 2 }}
volumeMounts:
  - name: {{ $name }}-tmp
    mountPath: /tmp
  - name: {{ $name }}
    mountPath: {{ $is.data | default "/data" }}
    {{- with $is.below }}
    subPath: {{ . }}
    {{- end }}
  {{- if include "region.serves" $is }}
  - name: region
    mountPath: /region
    readOnly: true
  {{- end }}
  {{- range $is.files }}
  - name: {{ .name }}
    mountPath: {{ .at }}
    readOnly: true
  {{- end }}
{{- end }}

{{/* (list ROOT DESCRIBED): the image. */}}
{{- define "region.image" -}}
{{- $values := (first .).Values.image }}{{ $is := last . }}
{{- if $is.foreign }}{{ $is.image }}{{ else }}{{ $values.registry }}empty-record/{{ $is.image }}:{{ $values.tag }}{{ end }}
{{- end }}

{{/*
Compose's health check: every ten seconds, and once a second while the service starts. The start is over when the port is
open, for it is the only probe that ends a container, and health may rightly be missing for hours in the night. There is
no liveness probe: it would repair what the night breaks.
*/}}
{{- define "region.probes" -}}
startupProbe:
  tcpSocket:
    port: {{ (index .ports 0).name }}
  periodSeconds: 1
  timeoutSeconds: 5
  failureThreshold: 180
readinessProbe:
  httpGet:
    path: {{ .health | default "/actuator/health" }}
    port: {{ (index .ports 0).name }}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 3
{{- end }}

{{/* A closed container: no root file system to write, no privilege to gain. */}}
{{- define "region.closed" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ ALL ]
{{- end }}

{{/* DESCRIBED: "yes" for a service of the region, empty for others' programs and for the command line. */}}
{{- define "region.serves" -}}
{{ if not (or .foreign (not .ports)) }}yes{{ end }}
{{- end }}

{{/* Services ask for the facilitator's token, the command line sends it. */}}
{{- define "region.token-setting" -}}
- name: LAB_TOKEN
  valueFrom:
    secretKeyRef:
      name: {{ include "region.token" . }}
      key: token
{{- end }}

{{/* Settings that all services share; each has its port, its zone's DNS and its peers beside them. */}}
{{- define "region.common" -}}
- name: SERVER_ADDRESS
  value: 0.0.0.0
- name: LAB_SPEED
  value: {{ .Values.speed | toString | quote }}
- name: LAB_SEED
  value: {{ int64 .Values.seed | toString | quote }}
- name: LAB_GUARDS
  value: {{ .Values.guards | quote }}
- name: LAB_REGIONFILE
  value: /region/region.json
- name: LAB_DATADIR
  value: /data
- name: LAB_DNSSERVER
  value: {{ include "region.address" (list . "fake-route53") }}:53
- name: LAB_TRACING_ENABLED
  value: {{ .Values.tracing | quote }}
- name: LAB_TRACING_ENDPOINT
  value: http://traces:4318/v1/traces
{{- with .Values.network.hosts }}
- name: LAB_HOSTS
  value: {{ join "," . | quote }}
{{- end }}
{{- end }}

{{/* (list ROOT NAME): Service, Deployment and claim of a service that has a pod of its own. */}}
{{- define "region.service" -}}
{{ include "region.endpoint" (append . (last .)) }}
---
{{ include "region.deployment" (append . (list (last .))) }}
{{- end }}

{{/* (list ROOT NAME POD): the Service that leads to a container of a pod. Compose's traffic does not ask for health either. */}}
{{- define "region.endpoint" -}}
{{- $root := index . 0 }}{{ $name := index . 1 }}
apiVersion: v1
kind: Service
metadata:
  name: {{ $name }}
  labels:
    {{- include "region.labels" (list $root $name) | nindent 4 }}
spec:
  type: ClusterIP
  clusterIP: {{ include "region.address" (list $root $name) }}
  publishNotReadyAddresses: true
  selector:
    {{- include "region.selector" (list $root (index . 2)) | nindent 4 }}
  ports:
    {{- range (include "region.described" (list $root $name) | fromYaml).ports }}
    - name: {{ .name }}
      port: {{ .port }}
      targetPort: {{ .containerPort | default .port }}
      protocol: {{ .protocol | default "TCP" }}
    {{- end }}
{{- end }}

{{/* (list ROOT POD NAMES): a Deployment of one pod with the containers NAMES, and their claims. */}}
{{- define "region.deployment" -}}
{{- $root := index . 0 }}{{ $pod := index . 1 }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ $pod }}
  labels:
    {{- include "region.labels" (list $root $pod) | nindent 4 }}
spec:
  replicas: 1
  revisionHistoryLimit: 2
  # Two processes never write one journal.
  strategy:
    type: Recreate
  selector:
    matchLabels:
      {{- include "region.selector" (list $root $pod) | nindent 6 }}
  template:
    {{- include "region.pod" . | nindent 4 }}
{{- if $root.Values.persistence.enabled }}
{{- range index . 2 }}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: {{ . }}
  labels:
    {{- include "region.labels" (list $root .) | nindent 4 }}
spec:
  {{- include "region.claim" (list $root .) | nindent 2 }}
{{- end }}
{{- end }}
{{- end }}
